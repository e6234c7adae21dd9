using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PSDicom.Operations.Targets;

/// <summary>Parses the text of a template, in one pass.</summary>
internal sealed class NameTemplateParser(string template)
{
    private readonly List<IReadOnlyList<NamePart>> _names = [];
    private readonly StringBuilder _text = new();
    private List<NamePart> _parts = [];
    private int _position;

    /// <returns>The parts of each folder name, then of the file name.</returns>
    public IReadOnlyList<IReadOnlyList<NamePart>> Parse()
    {
        while (_position < template.Length)
        {
            char character = template[_position];
            bool isDoubled = _position + 1 < template.Length && template[_position + 1] == character;
            if (character is '/' or '\\') EndName();
            else if (character is '{' or '}' && isDoubled) Add(character, 2);
            else if (character == '{') AddField();
            else if (character == '}') throw Invalid("'}' has no matching '{'; double it to write the character");
            else if (!SafeFileName.IsAllowed(character)) throw Invalid($"'{character}' is not allowed in a file name");
            else Add(character, 1);
        }

        EndName();
        return _names;
    }

    private void Add(char character, int length)
    {
        _text.Append(character);
        _position += length;
    }

    private void AddField()
    {
        int end = template.IndexOf('}', _position);
        if (end < 0) throw Invalid("the closing '}' of this field is missing");
        string field = template.Substring(_position + 1, end - _position - 1);
        int colon = field.IndexOf(':');
        string name = (colon < 0 ? field : field.Substring(0, colon)).Trim();
        if (name.Length == 0) throw Invalid("the braces need a keyword, a tag, BaseName, Folder, Frame, Stack or Count");
        EndText();
        try
        {
            _parts.Add(new NamePart(NameField.Parse(name, colon < 0 ? null : field.Substring(colon + 1))));
        }
        catch (DicomException exception)
        {
            throw Invalid(exception.Detail.TrimEnd('.'), exception);
        }

        _position = end + 1;
    }

    private void EndName()
    {
        EndText();
        if (_parts.Count == 0)
            throw Invalid("a name is missing; the path is relative to the destination and needs a name between any two slashes");
        if (_parts.All(part => part.Field is null && part.Text!.Trim('.', ' ').Length == 0))
            throw Invalid("a name cannot have only dots and spaces");
        _names.Add(_parts);
        _parts = [];
        _position++;
    }

    private void EndText()
    {
        if (_text.Length == 0) return;
        _parts.Add(new NamePart(_text.ToString()));
        _text.Clear();
    }

    private DicomException Invalid(string why, Exception? cause = null) => new(
        DicomErrorReason.InvalidNameTemplate,
        $"The name template '{template}' is invalid at character {_position + 1}: {why}.",
        innerException: cause);
}
