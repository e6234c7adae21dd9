namespace PSDicom.Fuzz;

/// <summary>A result is not what it must be, whatever went in.</summary>
internal sealed class InvariantException(string message) : Exception(message)
{
    public static void Check(bool holds, string message)
    {
        if (!holds) throw new InvariantException(message);
    }
}
