using System.Reflection;

namespace PSDicom.Core.Tests;

/// <summary>
/// The public API of Core is intended: each public member is a line of PublicApi.txt. A change has to be made there too, and described in
/// CHANGELOG.md if users can see it. With PSDICOM_WRITE_API set, the test writes the file.
/// </summary>
public class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Public_members_are_those_that_are_listed()
    {
        string path = Path.Combine(Repository.Folder, "tests", "PSDicom.Core.Tests", "PublicApi.txt");
        string[] members = [.. typeof(DicomFile).Assembly.GetExportedTypes().SelectMany(Members).Distinct().Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("PSDICOM_WRITE_API") is not null) File.WriteAllLines(path, members);
        string[] listed = File.ReadAllLines(path);
        Assert.Equal(listed, members);
    }

    private static IEnumerable<string> Members(Type type)
    {
        yield return type.FullName!;
        if (type.IsEnum)
        {
            foreach (string name in Enum.GetNames(type)) yield return $"{type.FullName}.{name}";
            yield break;
        }

        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            if (member is MethodBase method && IsVisible(method) && !(method.IsSpecialName && !method.IsConstructor && !method.Name.StartsWith("op_", StringComparison.Ordinal)))
                yield return $"{type.FullName}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
            else if (member is PropertyInfo property && property.GetAccessors(nonPublic: true).Any(IsVisible)) yield return $"{type.FullName}.{property.Name}";
            else if (member is FieldInfo { IsPublic: true } field) yield return $"{type.FullName}.{field.Name}";
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
