using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Operations.Search;

/// <summary>
/// A file name with <c>*</c> for any characters and <c>?</c> for one, without regard to case. In a PowerShell wildcard, <c>[a-c]</c> is one of
/// a set and <c>`</c> makes the next character literal.
/// </summary>
internal sealed class FileNamePattern
{
    private readonly List<NameToken> _tokens;
    private readonly bool _hasNoExtension;

    /// <summary>Makes the pattern of a filter, in which brackets are ordinary characters.</summary>
    /// <remarks>Since MS-DOS, *.* means every file, also without a dot, and *. means files without a dot.</remarks>
    public FileNamePattern(string? filter)
    {
        filter = string.IsNullOrEmpty(filter) || filter == "*.*" ? "*" : filter!;
        _hasNoExtension = filter.EndsWith("*.", StringComparison.Ordinal);
        if (_hasNoExtension) filter = filter.Substring(0, filter.Length - 1);
        _tokens = filter.Select(NameToken.Of).ToList();
    }

    private FileNamePattern(List<NameToken> tokens) => _tokens = tokens;

    /// <summary>Makes the pattern of a PowerShell wildcard.</summary>
    /// <exception cref="ArgumentException">A bracket is not closed.</exception>
    public static FileNamePattern OfWildcard(string wildcard)
    {
        var tokens = new List<NameToken>();
        for (int i = 0; i < wildcard.Length; i++)
        {
            char character = wildcard[i];
            if (character == '`' && i + 1 < wildcard.Length)
            {
                tokens.Add(NameToken.Literal(wildcard[++i]));
            }
            else if (character == '[')
            {
                int end = wildcard.IndexOf(']', i + 1);
                if (end < 0) throw new ArgumentException($"The wildcard '{wildcard}' has a '[' without its ']'. Put a ` before the '[' to match it literally.");
                tokens.Add(NameToken.OneOf(wildcard.Substring(i + 1, end - i - 1)));
                i = end;
            }
            else
            {
                tokens.Add(NameToken.Of(character));
            }
        }

        return new FileNamePattern(tokens);
    }

    public bool Matches(string name)
    {
        if (_hasNoExtension && name.IndexOf('.') >= 0) return false;
        int at = 0, star = -1, resume = 0, position = 0;
        while (position < name.Length)
        {
            if (at < _tokens.Count && _tokens[at].IsStar)
            {
                star = at++;
                resume = position;
            }
            else if (at < _tokens.Count && _tokens[at].Matches(name[position]))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                // The last star matches one more character.
                at = star + 1;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < _tokens.Count && _tokens[at].IsStar) at++;
        return at == _tokens.Count;
    }
}
