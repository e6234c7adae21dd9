namespace PSDicom.Operations.Targets;

/// <summary>What a field of a template stands for.</summary>
internal enum NameFieldKind
{
    /// <summary>An element of the header.</summary>
    Element,

    /// <summary>The name of the source, without its extension.</summary>
    BaseName,

    /// <summary>The name of the folder that the source lies in.</summary>
    Folder,

    /// <summary>The number of the frame.</summary>
    Frame,

    /// <summary>The number of the stack in its series.</summary>
    Stack,
}
