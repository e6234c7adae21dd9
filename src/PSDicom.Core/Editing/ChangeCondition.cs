namespace PSDicom.Editing;

/// <summary>When a value is set.</summary>
public enum ChangeCondition
{
    /// <summary>Always: a missing element is added.</summary>
    Always,

    /// <summary>Only where the element exists.</summary>
    IfExists,

    /// <summary>Only where the element is missing.</summary>
    IfMissing,
}
