using System.Collections.Generic;

namespace PSDicom.Validation.Modules;

/// <summary>A module that not every object of its kind has.</summary>
/// <param name="marks">The attributes that no other module of the object has: an object with one of them has the module.</param>
/// <param name="required">The attributes that it requires.</param>
internal sealed class OptionalModule(IReadOnlyList<DicomTag> marks, IReadOnlyList<RequiredAttribute> required)
{
    /// <summary>The attributes that it requires.</summary>
    public IReadOnlyList<RequiredAttribute> Required => required;

    /// <summary>Whether an object has it.</summary>
    public bool IsIn(ObjectAttributes attributes)
    {
        foreach (DicomTag mark in marks)
        {
            if (attributes.Dataset[mark] is { } element && !ObjectAttributes.IsEmpty(element)) return true;
        }

        return false;
    }
}
