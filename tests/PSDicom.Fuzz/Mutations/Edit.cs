namespace PSDicom.Fuzz;

/// <summary>Bytes that are replaced by others, or inserted or taken out.</summary>
internal readonly record struct Edit(int Start, int Removed, byte[] Inserted)
{
    /// <summary>Applies edits, whose places are those of the original; of edits that overlap, the first counts.</summary>
    public static byte[] Apply(byte[] original, List<Edit> edits)
    {
        edits.Sort((a, b) => a.Start.CompareTo(b.Start));
        var result = new List<byte>(original.Length + 64);
        int position = 0;
        foreach (Edit edit in edits)
        {
            int start = Math.Min(edit.Start, original.Length);
            if (start < position) continue;
            result.AddRange(new ReadOnlySpan<byte>(original, position, start - position));
            result.AddRange(edit.Inserted);
            position = (int)Math.Min(original.Length, start + (long)edit.Removed);
        }

        result.AddRange(new ReadOnlySpan<byte>(original, position, original.Length - position));
        return [.. result];
    }
}
