import { functionNamespace } from '../functions/namespace.ts';
import { iconSizes } from './icon-sizes.ts';

export interface ManifestOptions {
  /** Where the built pane lies, ending in a slash: `https://tools.example.gov.uk/pane/`. */
  readonly paneUrl: string;
  /** A GUID. Excel takes two manifests with one id for two versions of one add-in. */
  readonly id: string;
  /** One to four numbers with dots between. */
  readonly version: string;
  /** What people see in lists of add-ins and on the ribbon. */
  readonly name: string;
}

/** What each button of the ribbon does. Those of kind `command` call what the pane has under that name. */
const buttons = [
  {
    id: 'Open',
    label: 'Local Pound',
    tip: 'Works out how much of each pound stays local, from the spending in this workbook.',
    kind: 'pane',
  },
  {
    id: 'KeepValues',
    label: 'Keep as values',
    tip: 'Turns Local Pound’s functions in this workbook into plain values, after showing how many there are.',
    kind: 'command',
  },
  {
    id: 'Functions',
    label: 'Functions',
    tip: 'Shows Local Pound’s functions for cells, each with an example.',
    kind: 'command',
  },
] as const;

/** The names by which buttons call the pane. */
export type RibbonCommand = Extract<(typeof buttons)[number], { kind: 'command' }>['id'];

const pane = 'Pane.Url';

/** The manifest by which Excel knows the add-in: Microsoft's XML kind, which every Excel takes. */
export function manifestXml({ paneUrl, id, version, name }: ManifestOptions): string {
  const url = (path: string) => new URL(path, paneUrl).href;
  const icon = (size: number) => url(`icons/icon-${size}.png`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${id}</Id>
  <Version>${version}</Version>
  <ProviderName>Local Pound</ProviderName>
  <DefaultLocale>en-GB</DefaultLocale>
  <DisplayName DefaultValue="${text(name)}"/>
  <Description DefaultValue="How much of each pound stays local: LM3 and enabled contribution in the workbook where the money already is, with the workings."/>
  <IconUrl DefaultValue="${text(icon(32))}"/>
  <HighResolutionIconUrl DefaultValue="${text(icon(64))}"/>
  <SupportUrl DefaultValue="${text(url('index.html'))}"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
      <Set Name="CustomFunctionsRuntime" MinVersion="1.1"/>
      <Set Name="ExcelApi" MinVersion="1.9"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${text(url('excel.html'))}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="${pane}" lifetime="long"/>
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script.Url"/>
            </Script>
            <Page>
              <SourceLocation resid="${pane}"/>
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata.Url"/>
            </Metadata>
            <Namespace resid="Functions.Namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="GetStarted.Title"/>
            <Description resid="GetStarted.Text"/>
            <LearnMoreUrl resid="GetStarted.Url"/>
          </GetStarted>
          <FunctionFile resid="${pane}"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="LocalPound.Group">
                <Label resid="Group.Label"/>
                ${iconXml('                ')}
${buttons.map(control).join('\n')}
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${iconSizes.map((size) => `        <bt:Image id="Icon.${size}" DefaultValue="${text(icon(size))}"/>`).join('\n')}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="${pane}" DefaultValue="${text(url('excel.html'))}"/>
        <bt:Url id="Functions.Script.Url" DefaultValue="${text(url('functions.js'))}"/>
        <bt:Url id="Functions.Metadata.Url" DefaultValue="${text(url('functions.json'))}"/>
        <bt:Url id="GetStarted.Url" DefaultValue="${text(url('index.html'))}"/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Functions.Namespace" DefaultValue="${functionNamespace}"/>
        <bt:String id="Group.Label" DefaultValue="Local Pound"/>
        <bt:String id="GetStarted.Title" DefaultValue="Local Pound is ready"/>
${buttons.map(({ id: button, label }) => `        <bt:String id="${button}.Label" DefaultValue="${text(label)}"/>`).join('\n')}
      </bt:ShortStrings>
      <bt:LongStrings>
        <bt:String id="GetStarted.Text" DefaultValue="Press Local Pound on the Home tab, or type =${functionNamespace}. into a cell. Nothing of your workbook leaves it."/>
${buttons.map(({ id: button, tip }) => `        <bt:String id="${button}.Tip" DefaultValue="${text(tip)}"/>`).join('\n')}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

function control({ id, kind }: (typeof buttons)[number]): string {
  const does =
    kind === 'pane'
      ? `<Action xsi:type="ShowTaskpane">
                    <SourceLocation resid="${pane}"/>
                  </Action>`
      : `<Action xsi:type="ExecuteFunction">
                    <FunctionName>${id}</FunctionName>
                  </Action>`;
  return `                <Control xsi:type="Button" id="LocalPound.${id}">
                  <Label resid="${id}.Label"/>
                  <Supertip>
                    <Title resid="${id}.Label"/>
                    <Description resid="${id}.Tip"/>
                  </Supertip>
                  ${iconXml('                  ')}
                  ${does}
                </Control>`;
}

const iconXml = (indent: string): string => `<Icon>
${iconSizes.map((size) => `${indent}  <bt:Image size="${size}" resid="Icon.${size}"/>`).join('\n')}
${indent}</Icon>`;

const text = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
