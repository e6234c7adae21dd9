using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PSDicom.Pictures.Html;

namespace PSDicom.Core.Tests.Pictures.Html;

public class HtmlPageTests
{
    private const string Hostile = "</script><script>alert(1)</script>\"'&<!-- \u202E\u00e9\U0001F600\ud800";

    [Fact]
    public void The_policy_allows_the_style_and_the_script_by_their_hashes_and_nothing_from_outside()
    {
        string page = Write(_ => { });
        string policy = Regex.Match(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">").Groups[1].Value;
        string style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        string script = Regex.Match(page, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'", policy);
        Assert.InRange(page.IndexOf("Content-Security-Policy", StringComparison.Ordinal), 0, page.IndexOf("<style", StringComparison.Ordinal));
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_ASCII_and_its_scripts_end_where_they_should()
    {
        string page = Write(
            writer => writer.Add(new PageFrame { Missing = Hostile, Text = [new KeyValuePair<string, string>(Hostile, Hostile)] }, 0), Hostile, new PageJson().Add("label", Hostile));
        Assert.DoesNotContain(page, character => character > 127);
        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.Equal(3, Count(page, "<script"));
        Assert.Equal(3, Count(page, "</script>"));
        Assert.Contains("<title>&#60;/script&#62;", page, StringComparison.Ordinal);
        Assert.Contains("&#8238;&#233;&#128512;&#65533;</title>", page, StringComparison.Ordinal);
        Assert.Contains("\"label\":\"\\u003c/script\\u003e", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_JSON_that_fits_an_attribute()
    {
        string json = new PageJson().Add("text", "a\"b\\c'd\n").Add("absent", (string?)null).Add("number", 0.1).Add("none", double.NaN).Add("list", [1, 2.5])
            .Add("no", false).Add("yes", true).Add("inner", new PageJson().Add("a", 1)).Add("pairs", [new KeyValuePair<string, string>("n", "v")]).ToString();
        Assert.Equal(
            "{\"text\":\"a\\u0022b\\u005cc\\u0027d\\u000a\",\"number\":0.1,\"none\":null,\"list\":[1,2.5],\"yes\":true,\"inner\":{\"a\":1},\"pairs\":[[\"n\",\"v\"]]}", json);
    }

    [Fact]
    public void A_table_and_a_text_that_frames_share_are_written_once()
    {
        byte[] table = AsciiBytes.Encode([1, 2, 3]);
        KeyValuePair<string, string>[] text = [new("Modality", "CT")];
        string page = Write(writer =>
        {
            for (int i = 0; i < 3; i++) writer.Add(new PageFrame { Encoding = PageEncoding.Values8, GreyTable = table, Text = text }, 0);
        });
        Assert.Equal(1, Count(page, "id=\"table"));
        Assert.Equal(3, Count(page, "\"greyTable\":0"));
        Assert.Equal(1, Count(page, "\"text\":[["));
    }

    [Fact]
    public void A_frame_without_text_does_not_take_that_of_the_frame_before()
    {
        string page = Write(writer =>
        {
            writer.Add(new PageFrame { Text = [new("Modality", "CT")] }, 0);
            writer.Add(new PageFrame(), 0);
        });
        Assert.Equal("{\"series\":0,\"text\":[]}", PageReader.Frames(page)[1].Json);
    }

    private static string Write(Action<HtmlPageWriter> add, string title = "title", PageJson? json = null)
    {
        using var stream = new MemoryStream();
        var writer = new HtmlPageWriter(stream);
        writer.Start(title, json ?? new PageJson());
        add(writer);
        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static int Count(string page, string part) => page.Split([part], StringSplitOptions.None).Length - 1;

    private static string Hash(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return "sha256-" + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
