using System.Text;
using PSDicom.Validation;

namespace PSDicom.Core.Tests.Validation;

/// <summary>
/// about_PSDicom_Findings lists every kind of finding as the table has it. With PSDICOM_WRITE_FINDINGS=1, the test writes the list.
/// </summary>
public class FindingTopicTests
{
    private const string Heading = "FINDINGS\n";
    private const string Next = "SEE ALSO\n";
    private const int Width = 80;

    [Fact]
    public void The_help_topic_lists_every_finding()
    {
        string path = Path.Combine(Repository.Folder, "en-US", "about_PSDicom_Findings.help.txt");
        string topic = File.ReadAllText(path).Replace("\r\n", "\n");
        int start = topic.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length, end = topic.IndexOf(Next, StringComparison.Ordinal);
        string list = string.Concat(FindingRules.All.Select(Describe)) + "\n";
        if (Environment.GetEnvironmentVariable("PSDICOM_WRITE_FINDINGS") == "1") File.WriteAllText(path, topic.Substring(0, start) + list + topic.Substring(end));
        else Assert.Equal(list, topic.Substring(start, end - start));
    }

    private static string Describe(FindingRule rule)
    {
        string strict = rule.IsStrict ? ", with -Strict" : "";
        return $"\n    {rule.Id} ({rule.Severity}{strict})\n{Wrap(rule.Meaning, 8)}{Wrap("To do: " + rule.Remedy, 8)}";
    }

    private static string Wrap(string text, int indent)
    {
        var lines = new StringBuilder();
        string line = new(' ', indent - 1);
        foreach (string word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                lines.Append(line).Append('\n');
                line = new string(' ', indent - 1);
            }

            line += " " + word;
        }

        return lines.Append(line).Append('\n').ToString();
    }
}
