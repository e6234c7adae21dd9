namespace PSDicom.Fuzz;

/// <summary>Several things that are tried one after another: what is refused does not end the rest.</summary>
internal sealed class Attempts
{
    private FuzzHash _hash = new();
    private bool _hasResult;

    /// <summary>The last refusal.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>What came of all.</summary>
    /// <exception cref="DicomException">Nothing had a result: the last reason why.</exception>
    public FuzzResult Result => _hasResult ? new FuzzResult(_hash.Value) : throw Refusal!;

    /// <summary>Adds a result.</summary>
    public void Add(long number) => _hash.Add(number);

    /// <inheritdoc cref="Add(long)"/>
    public void Add(string? text) => _hash.Add(text);

    /// <summary>Tries something.</summary>
    /// <returns>Whether it was not refused.</returns>
    public bool Try(Action operate)
    {
        try
        {
            operate();
            _hasResult = true;
            return true;
        }
        catch (Exception exception) when (CaseRunner.IsAllowed(exception))
        {
            MessageCheck.Check(exception);
            _hash.Add((exception as DicomException)?.Reason.ToString() ?? exception.GetType().Name);
            Refusal = exception;
            return false;
        }
    }
}
