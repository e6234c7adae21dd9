namespace PSDicom.Fuzz;

/// <summary>What came out of a case.</summary>
/// <param name="Hash">The same for the same results.</param>
/// <param name="Texts">Characters and bytes of values and texts that were given, beyond those that <see cref="CaseCost"/> counts.</param>
internal readonly record struct FuzzResult(ulong Hash, long Texts = 0);
