using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Text;

/// <summary>Makes the exception that refuses a file.</summary>
internal static class Refusal
{
    public static FileRefusedException Of(int line, string field, string rule, string detail) =>
        new([new(line, field, rule, detail)]);
}
