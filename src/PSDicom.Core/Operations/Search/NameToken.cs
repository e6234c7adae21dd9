namespace PSDicom.Operations.Search;

/// <summary>A token of a file name pattern: any characters, any one character, one of a set, or a given character in either case.</summary>
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

    /// <summary>Whether it matches any number of characters.</summary>
    public bool IsStar => _isWildcard && _character == '*';

    /// <summary>The token of a character in a pattern.</summary>
    public static NameToken Of(char character) => new(character, isWildcard: character is '*' or '?');

    /// <summary>A literal character.</summary>
    public static NameToken Literal(char character) => new(character, isWildcard: false);

    /// <summary>One of a set of characters or ranges such as <c>a-c</c>.</summary>
    public static NameToken OneOf(string set) => new('[', isWildcard: true, set);

    /// <summary>Whether it matches a character of a name.</summary>
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
