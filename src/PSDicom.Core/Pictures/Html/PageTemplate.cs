using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PSDicom.Pictures.Html;

/// <summary>The page without frames: page.html with its style and script. The content security policy allows only these, by their hashes.</summary>
internal static class PageTemplate
{
    private const string Frames = "{{frames}}";

    private static readonly Regex Place = new("\\{\\{(\\w+)\\}\\}", RegexOptions.CultureInvariant);
    private static readonly Lazy<string> Html = new(() => Read("page.html"));
    private static readonly Lazy<string> Style = new(() => Read("page.css"));

    // One script in several files.
    private static readonly string[] ScriptParts = ["page.frames.js", "page.greys.js", "page.view.js", "page.actions.js"];
    private static readonly Lazy<string> Script = new(() => string.Join("\n", ScriptParts.Select(Read)));

    /// <summary>The HTML after the frames.</summary>
    public static string Foot => Html.Value.Substring(Html.Value.IndexOf(Frames, StringComparison.Ordinal) + Frames.Length);

    /// <summary>The content security policy: nothing is loaded or sent, and no other script runs.</summary>
    private static string Policy =>
        $"default-src 'none'; script-src '{HashOf(Script.Value)}'; style-src '{HashOf(Style.Value)}'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    /// <summary>The HTML before the frames.</summary>
    /// <param name="title">The title.</param>
    /// <param name="json">The parameters of the page for the script.</param>
    public static string Head(string title, PageJson json)
    {
        string head = Html.Value.Substring(0, Html.Value.IndexOf(Frames, StringComparison.Ordinal));
        return Place.Replace(head, place => place.Groups[1].Value switch
        {
            "policy" => Policy,
            "style" => Style.Value,
            "script" => Script.Value,
            "title" => Escape(title),
            "page" => json.ToString(),
            _ => throw new InvalidOperationException($"page.html has an unknown placeholder: {place.Value}."),
        });
    }

    /// <summary>Escapes text as HTML in ASCII.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsSurrogatePair(text, i);
            int code = isPair ? char.ConvertToUtf32(text, i++) : char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
            if (code is >= ' ' and < 127 and not ('<' or '>' or '&' or '"' or '\'')) escaped.Append((char)code);
            else escaped.Append("&#").Append(code).Append(';');
        }

        return escaped.ToString();
    }

    /// <summary>Reads a resource, with line feeds only: HTML normalizes line ends before a browser computes the hashes.</summary>
    private static string Read(string name)
    {
        using Stream resource = typeof(PageTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string HashOf(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return "sha256-" + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
