namespace PSDicom.Editing;

/// <summary>The name under which this toolkit writes files (PS3.10 section 7.1).</summary>
internal static class Implementation
{
    /// <summary>Implementation Class UID: made from a random UUID, once for all (PS3.5 section B.2).</summary>
    public const string ClassUID = "2.25.208172654391735260481726354930142255";

    /// <summary>Implementation Version Name.</summary>
    public static string VersionName { get; } = "PSDICOM_" + typeof(Implementation).Assembly.GetName().Version!.ToString(2).Replace('.', '_');
}
