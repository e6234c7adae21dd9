using System.Collections;
using System.Management.Automation;
using PSDicom.Editing;

namespace PSDicom.Pipeline;

/// <summary>The parameters that say which elements get which values, shared by all cmdlets that set them.</summary>
internal interface ITagSettingParameters
{
    string[]? Tag { get; }

    object? Value { get; }

    IDictionary? Property { get; }

    string? Map { get; }

    string MapKey { get; }

    SwitchParameter SkipUnmapped { get; }

    UidKinds[]? NewUid { get; }

    SwitchParameter Nested { get; }

    SwitchParameter IfExists { get; }

    SwitchParameter IfMissing { get; }

    string? EncodeAs { get; }
}
