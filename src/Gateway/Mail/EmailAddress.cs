namespace BillingActors.Gateway.Mail;

/// <summary>
/// What is taken as an e-mail address: one mailbox without quotes, comments or a name, as RFC 5321 has it. Nothing of
/// it can end a line or begin another address.
/// </summary>
internal static class EmailAddress
{
    private const int LengthMax = 254;
    private const int LocalLengthMax = 64;
    private const int LabelLengthMax = 63;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Whether a text is one address. A domain with other letters is written with xn--.</summary>
    public static bool IsUsable(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LocalLengthMax && text.Length <= LengthMax
            && text[..at].Split('.').All(atom => atom.Length > 0 && atom.All(IsOfLocal))
            && text[(at + 1)..].Split('.') is { Length: >= 2 } labels && labels.All(IsLabel);
    }

    /// <summary>What is right of the at-sign.</summary>
    public static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    private static bool IsOfLocal(char one) =>
        char.IsAsciiLetterOrDigit(one) || LocalMarks.Contains(one, StringComparison.Ordinal);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LabelLengthMax && label[0] != '-' && label[^1] != '-'
        && label.All(one => char.IsAsciiLetterOrDigit(one) || one == '-');
}
