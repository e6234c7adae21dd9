namespace PSDicom.Fuzz;

/// <summary>What came out of a case.</summary>
/// <param name="Hash">The same for the same results.</param>
/// <param name="Produced">Bytes that were asked for and given, such as those of frames and pictures.</param>
internal readonly record struct FuzzResult(ulong Hash, long Produced);
