/** One formula for each function, as somebody would type it who has the template's table of suppliers. */
export const examples: Readonly<Record<string, string>> = {
  MULTIPLIER: '=LOCALPOUND.MULTIPLIER(B2:B40, C2:C40, D2:D40, 260650, 100220)',
  ROUNDS: '=LOCALPOUND.ROUNDS(B2:B40, C2:C40, D2:D40)',
  POUNDVALUE: '=LOCALPOUND.POUNDVALUE(B2:B40, C2:C40, D2:D40)',
  ISLOCAL: '=LOCALPOUND.ISLOCAL(E2:E40, "Calderdale")',
  DISTRICT: '=LOCALPOUND.DISTRICT(E2:E40)',
  ENABLED: '=LOCALPOUND.ENABLED(A1:J30)',
  INDICATORS: '=LOCALPOUND.INDICATORS("loneliness", 5)',
  THRESHOLD: '=LOCALPOUND.THRESHOLD("light touch", DATE(2026,4,1))',
};
