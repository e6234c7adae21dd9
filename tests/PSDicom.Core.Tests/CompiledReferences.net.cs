using System.Reflection;
using System.Reflection.Emit;

namespace PSDicom.Core.Tests;

/// <summary>The types of an assembly that a compiled type uses, including those that its source does not name.</summary>
internal static class CompiledReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The types of the same assembly that a type uses in its declaration and its code; nested types count as the outermost one.</summary>
    public static HashSet<Type> Of(Type type)
    {
        IEnumerable<Type?> used = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(Declared).Select(field => field.FieldType)];
        foreach (MethodBase method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared))) used = used.Concat(UsedBy(method));
        return [.. used.OfType<Type>().SelectMany(Parts).Where(part => part.Assembly == type.Assembly).Select(Outermost).Where(part => part != Outermost(type))];
    }

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type?> UsedBy(MethodBase method)
    {
        IEnumerable<Type?> used = [(method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        if (method.GetMethodBody() is { } body) used = used.Concat(body.LocalVariables.Select(variable => variable.LocalType));
        return used.Concat(MethodInstructions.Of(method).SelectMany(found => Named(method, found.Instruction, found.Code, found.Operand)));
    }

    private static IEnumerable<Type?> Named(MethodBase method, OpCode instruction, byte[] code, int operand)
    {
        if (instruction.OperandType is not (OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)) return [];
        Type[] ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return method.Module.ResolveMember(BitConverter.ToInt32(code, operand), ofType, ofMethod) switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodBase called =>
            [
                called.DeclaringType, (called as MethodInfo)?.ReturnType, .. called.GetParameters().Select(parameter => parameter.ParameterType),
                .. called.IsGenericMethod ? called.GetGenericArguments() : [],
            ],
            _ => [],
        };
    }

    /// <summary>The type, or those that an array, a pointer, or a generic type is made of.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        if (type.IsGenericParameter) return [];
        return type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }
}
