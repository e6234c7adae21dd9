using System.Globalization;

namespace PSDicom.Data.Rules;

/// <summary>A rule that a value breaks. No text of it contains the value.</summary>
/// <param name="Rule">The rule; stable, for programs.</param>
/// <param name="Detail">What is wrong with one value, such as <c>has 17 characters; SH allows 16</c>.</param>
/// <param name="First">The number of the first value that breaks the rule, from 1; 0 for the value as a whole.</param>
/// <param name="Count">The number of values that break it.</param>
internal sealed record ValueViolation(ValueRule Rule, string Detail, int First = 0, int Count = 1)
{
    /// <summary>The violation as a sentence.</summary>
    /// <param name="name">The name of the element, such as its tag.</param>
    /// <param name="count">The number of values of the element.</param>
    public string Describe(string name, int count = 1)
    {
        string subject = First > 0 && count > 1 ? string.Format(CultureInfo.InvariantCulture, "Value {0} of {1}", First, name) : $"The value of {name}";
        return Count > 1
            ? string.Format(CultureInfo.InvariantCulture, "{0} {1}. {2} more of its values break this rule.", subject, Detail, Count - 1)
            : $"{subject} {Detail}.";
    }
}
