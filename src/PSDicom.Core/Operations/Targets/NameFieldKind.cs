namespace PSDicom.Operations.Targets;

/// <summary>The kind of a field in a name template.</summary>
internal enum NameFieldKind
{
    /// <summary>An element of the header.</summary>
    Element,

    /// <summary>The name of the source, without its extension.</summary>
    BaseName,

    /// <summary>The name of the folder of the source.</summary>
    Folder,

    /// <summary>The number of the frame.</summary>
    Frame,

    /// <summary>The number of the stack in its series.</summary>
    Stack,

    /// <summary>The number of the file among those of the call whose names are the same without it.</summary>
    Count,
}
