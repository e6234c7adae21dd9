namespace PSDicom.Deidentification.Profile;

/// <summary>What happens to an attribute.</summary>
/// <param name="Action">By the chosen options.</param>
/// <param name="Basic">By the basic profile, for values that an option cannot keep, such as dates that are none.</param>
internal readonly record struct ProfileRule(ProfileAction Action, ProfileAction Basic);
