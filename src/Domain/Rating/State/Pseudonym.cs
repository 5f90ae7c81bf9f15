using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Domain.Rating.State;

/// <summary>
/// Stands for a name or a number of a person in what one bill leaves for the next: the same for the same key, and of no
/// use to find the person by for whoever has not the key.
/// </summary>
public static class Pseudonym
{
    /// <summary>How many characters one has.</summary>
    public const int Length = 32;

    /// <summary>Whether a text has the form of one.</summary>
    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The pseudonym of the text under the key.</summary>
    public static string Of(string text, string key)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.AsSpan(0, Length / 2));
    }
}
