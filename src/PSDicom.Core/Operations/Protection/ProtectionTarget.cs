using PSDicom.Deidentification;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Protection;

/// <summary>A de-identified copy to write.</summary>
public sealed class ProtectionTarget : WriteTarget
{
    internal ProtectionTarget(string path, ProtectionPlan plan)
        : base(path) => Plan = plan;

    internal ProtectionPlan Plan { get; }
}
