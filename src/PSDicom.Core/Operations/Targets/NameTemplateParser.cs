using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PSDicom.Operations.Targets;

/// <summary>Reads the text of a template, from its beginning to its end and never back.</summary>
internal sealed class NameTemplateParser(string template)
{
    private readonly List<IReadOnlyList<NamePart>> _names = [];
    private readonly StringBuilder _text = new();
    private List<NamePart> _parts = [];
    private int _position;

    /// <returns>The folders and the file, each in its parts.</returns>
    public IReadOnlyList<IReadOnlyList<NamePart>> Parse()
    {
        while (_position < template.Length)
        {
            char character = template[_position];
            bool isDoubled = _position + 1 < template.Length && template[_position + 1] == character;
            if (character is '/' or '\\') EndName();
            else if (character is '{' or '}' && isDoubled) Add(character, 2);
            else if (character == '{') AddField();
            else if (character == '}') throw Invalid("there is a '}' without its '{'; double it to mean the character");
            else if (!SafeFileName.IsAllowed(character)) throw Invalid($"'{character}' cannot be in the name of a file");
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
        if (end < 0) throw Invalid("the '}' of this field is missing");
        string field = template.Substring(_position + 1, end - _position - 1);
        int colon = field.IndexOf(':');
        string name = (colon < 0 ? field : field.Substring(0, colon)).Trim();
        if (name.Length == 0) throw Invalid("a keyword, a tag, BaseName, Folder, Frame or Stack is expected between the braces");
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
        if (_parts.Count == 0) throw Invalid("a name is expected; the path begins in the destination and has a name between any two slashes");
        if (_parts.All(part => part.Field is null && part.Text!.Trim('.', ' ').Length == 0))
            throw Invalid("a name of dots and spaces would lead elsewhere");
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
        $"The name template '{template}' cannot be understood at character {_position + 1}: {why}.",
        innerException: cause);
}
