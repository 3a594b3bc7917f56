export interface LevelDbReport { readonly folder: string }
export function repairLevelDb(_partitionFolder: string): readonly LevelDbReport[] { return [] }
