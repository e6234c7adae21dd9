namespace PSDicom.Dictionary;

/// <summary>An attribute of a module.</summary>
/// <param name="tag">The tag, with zero for each digit that the group repeats with.</param>
/// <param name="mask">The bits of the tag that are fixed.</param>
/// <param name="type">What is required where the condition is true, or where there is none.</param>
/// <param name="isConditional">Whether it is required only under a condition (1C, 2C).</param>
/// <param name="condition">The condition, if the data set itself can answer it; else null. For type 3, <c>overrides</c>.</param>
internal sealed class ModuleAttribute(uint tag, uint mask, AttributeType type, bool isConditional, string? condition)
{
    private const string Overrides = "overrides";

    /// <summary>The tag; of a repeating group, that of the first repetition.</summary>
    public DicomTag Tag { get; } = new(tag);

    /// <summary>Whether the attribute is of a group that repeats: <c>(60xx,0010)</c>.</summary>
    public bool IsRepeating { get; } = mask != uint.MaxValue;

    /// <summary>What is required where the condition is true, or where there is none.</summary>
    public AttributeType Type { get; } = type;

    /// <summary>Whether it is required only under a condition.</summary>
    public bool IsConditional { get; } = isConditional;

    /// <summary>The condition; null if there is none, or none that the data set itself can answer.</summary>
    public string? Condition { get; } = condition;

    /// <summary>Whether it need not be there although another module of the object requires it.</summary>
    public bool IsOverride => Condition == Overrides;

    /// <summary>Whether the tables say when it is required.</summary>
    public bool IsJudged => Type != AttributeType.Type3 && (!IsConditional || Condition is not null);

    /// <summary>The tag in a repetition of the group.</summary>
    public DicomTag In(ushort group) => IsRepeating ? new DicomTag(group, Tag.Element) : Tag;
}
