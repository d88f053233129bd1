/** What the agent view suggests to ask; `manifest.json` has the same for a first look. Slack shows four. */
export const suggestedPrompts = [
  { title: 'What is LM3?', message: 'What is LM3?' },
  { title: 'What could show loneliness?', message: 'Which indicators show loneliness?' },
  { title: 'May we buy locally?', message: 'How can we buy from local suppliers lawfully?' },
  { title: 'How do I use Local Pound?', message: 'help' },
];
