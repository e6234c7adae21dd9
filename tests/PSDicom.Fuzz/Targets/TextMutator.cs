namespace PSDicom.Fuzz;

/// <summary>Makes texts of pieces of others and of any characters.</summary>
internal sealed class TextMutator(IReadOnlyList<string> pieces)
{
    private const int MaxPieces = 9;
    private const int MaxRun = 3000;

    public string Next(FuzzRandom random)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 1 + random.Small(MaxPieces); i > 0; i--)
        {
            string piece = random.Pick(pieces);
            switch (random.Below(12))
            {
                case 0: text.Append((char)random.Next()); break;
                case 1: text.Append((char)random.Below(128)); break;
                case 2: text.Append(piece, 0, random.Below(piece.Length + 1)); break;
                case 3: text.Insert(text.Length, piece, random.Small(MaxRun / (piece.Length + 1))); break;
                case 4: text.Append((long)random.Edge()); break;
                default: text.Append(piece); break;
            }
        }

        if (random.OneIn(3) && text.Length > 0) text.Remove(random.Below(text.Length), 1);
        if (random.OneIn(3) && text.Length > 0) text[random.Below(text.Length)] = (char)random.Below(256);
        return text.ToString();
    }
}
