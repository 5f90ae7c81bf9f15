using System.Collections.Immutable;

namespace BillingActors.Formats.Text;

/// <summary>The words for the quality of a value.</summary>
internal static class Qualities
{
    public const string Actual = "actual";
    public const string Customer = "customer";
    public const string Estimated = "estimated";
    public const string Substituted = "substituted";
    public const string FinalSubstituted = "final-substituted";
    public const string ForwardEstimate = "forward-estimate";
    public const string Missing = "missing";

    public static ImmutableArray<string> All { get; } =
        [Actual, Customer, Estimated, Substituted, FinalSubstituted, ForwardEstimate, Missing];
}
