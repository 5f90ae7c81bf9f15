using BillingActors.Gateway.Problems;
using BillingActors.Storage.Imports;

namespace BillingActors.Gateway.Http;

/// <summary>
/// Why somebody does something: one text, kept for ever with what came of it, and so never one with a card number.
/// </summary>
internal static class ReasonText
{
    private const int LengthMax = 500;

    /// <summary>The text as it is kept; a problem where it cannot be.</summary>
    public static string Of(string text)
    {
        var reason = text.Trim();
        if (reason.Length is < 1 or > LengthMax || reason.Any(char.IsControl))
            throw new ProblemException(
                ProblemCode.ReasonInvalid, $"The reason must be one text of 1 to {LengthMax} characters.");
        return CardNumberCheck.Bears(reason)
            ? throw new ProblemException(
                ProblemCode.ReasonInvalid, "The reason has what looks like the number of a card, which is never kept.")
            : reason;
    }
}
