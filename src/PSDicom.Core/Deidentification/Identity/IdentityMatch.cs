namespace PSDicom.Deidentification.Identity;

/// <summary>A place in a text where a value of a reference is.</summary>
/// <param name="Value">The value.</param>
/// <param name="Hash">The hash of its words.</param>
/// <param name="Start">The first character.</param>
/// <param name="Length">The number of characters.</param>
internal readonly record struct IdentityMatch(IdentityValue Value, ulong Hash, int Start, int Length);
