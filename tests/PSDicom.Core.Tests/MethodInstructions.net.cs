using System.Reflection;
using System.Reflection.Emit;

namespace PSDicom.Core.Tests;

/// <summary>The instructions of compiled methods (ECMA-335 III).</summary>
internal static class MethodInstructions
{
    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Each instruction, with the method's bytes and the place of its operand in them.</summary>
    public static IEnumerable<(OpCode Instruction, byte[] Code, int Operand)> Of(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at < code.Length;)
        {
            OpCode instruction = Instructions[code[at] == 0xFE ? (short)((code[at] << 8) | code[at + 1]) : code[at]];
            at += instruction.Size;
            yield return (instruction, code, at);
            at += Length(instruction.OperandType, code, at);
        }
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
