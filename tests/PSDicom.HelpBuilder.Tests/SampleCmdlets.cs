using System.Management.Automation;

namespace PSDicom.HelpBuilder.Tests;

/// <summary>How thorough to be.</summary>
public enum SampleMode
{
    Fast,
    Thorough,
}

/// <summary>What a sample cmdlet gives.</summary>
public sealed class SampleResult
{
}

public abstract class SampleBase : Cmdlet
{
    /// <summary>The files. With <see cref="Recurse"/> also folders; see
    /// <c>about_PSDicom</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The files, exactly as named.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get; set; }

    /// <summary>All that is below.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Documented where it is declared.</summary>
    [Parameter]
    public virtual string? Name { get; set; }
}

/// <summary>Gets a sample.</summary>
/// <remarks>
/// <para>First, as <see cref="GetIncompleteCommand"/> does not; <see langword="null"/> for
/// <see cref="SampleResult"/>.</para>
/// <list type="number">
/// <item><description>One</description></item>
/// <item><term>Two</term><description>the second</description></item>
/// </list>
/// </remarks>
/// <example>
/// <para>The title</para>
/// <code>
///   $first = Get-Sample a
///     $first | Get-Sample
/// </code>
/// <para>What it does.</para>
/// <para>And more.</para>
/// </example>
/// <example><para>B</para><code>Get-Sample b</code><para>b.</para></example>
/// <example><para>C</para><code>Get-Sample c</code><para>c.</para></example>
/// <seealso cref="GetIncompleteCommand"/>
/// <seealso>about_PSDicom</seealso>
/// <seealso href="https://www.dicomstandard.org/">The standard</seealso>
[Cmdlet(VerbsCommon.Get, "Sample", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(SampleResult))]
public sealed class GetSampleCommand : SampleBase
{
    /// <summary>The mode.</summary>
    [Parameter(Position = 1)]
    [PSDefaultValue(Value = SampleMode.Thorough)]
    public SampleMode Mode { get; set; }

    /// <summary>The number.</summary>
    [Parameter]
    [PSDefaultValue(Help = "All processors")]
    public int? Count { get; set; }

    /// <summary>The format.</summary>
    [Parameter]
    [ValidateSet("Png", "Jpeg")]
    public string? Format { get; set; }

    /// <inheritdoc/>
    [Parameter]
    public override string? Name { get; set; }

    [Parameter(DontShow = true)]
    public string? Hidden { get; set; }
}

/// <example><code>Get-Incomplete</code></example>
[Cmdlet(VerbsCommon.Get, "Incomplete")]
public sealed class GetIncompleteCommand : Cmdlet
{
    [Parameter]
    public string? Undocumented { get; set; }

    /// <inheritdoc cref="GetSampleCommand.Count"/>
    [Parameter]
    public int? Count { get; set; }
}
