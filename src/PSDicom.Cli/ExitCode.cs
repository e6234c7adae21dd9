namespace PSDicom.Cli;

/// <summary>The exit codes.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>At least one file or folder could not be read, or the output could not be written.</summary>
    public const int Failure = 1;

    /// <summary>The call itself is wrong.</summary>
    public const int WrongCall = 2;

    /// <summary>Ended by Ctrl-C or a request to terminate.</summary>
    public const int Interrupted = 130;
}
