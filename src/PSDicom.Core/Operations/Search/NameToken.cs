namespace PSDicom.Operations.Search;

/// <summary>A part of a pattern of file names: any characters, any one, one of a set, or one character in either case.</summary>
internal readonly struct NameToken
{
    private readonly char _character;
    private readonly string? _set;
    private readonly bool _isWildcard;

    private NameToken(char character, bool isWildcard, string? set = null)
    {
        _character = char.ToUpperInvariant(character);
        _isWildcard = isWildcard;
        _set = set;
    }

    /// <summary>Whether it stands for any number of characters.</summary>
    public bool IsStar => _isWildcard && _character == '*';

    /// <summary>The part that a character of a pattern stands for.</summary>
    public static NameToken Of(char character) => new(character, isWildcard: character is '*' or '?');

    /// <summary>A character that is meant as it is.</summary>
    public static NameToken Literal(char character) => new(character, isWildcard: false);

    /// <summary>One of some characters, or of ranges such as <c>a-c</c>.</summary>
    public static NameToken OneOf(string set) => new('[', isWildcard: true, set);

    /// <summary>Whether it stands for a character of a name.</summary>
    public bool Matches(char character)
    {
        if (_set is null) return (_isWildcard && _character == '?') || char.ToUpperInvariant(character) == _character;
        return Contains(char.ToUpperInvariant(character)) || Contains(char.ToLowerInvariant(character));
    }

    private bool Contains(char character)
    {
        for (int i = 0; i < _set!.Length; i++)
        {
            bool isRange = i + 2 < _set.Length && _set[i + 1] == '-';
            char last = isRange ? _set[i + 2] : _set[i];
            if (character >= _set[i] && character <= last) return true;
            if (isRange) i += 2;
        }

        return false;
    }
}
