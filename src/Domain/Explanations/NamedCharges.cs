namespace BillingActors.Domain.Explanations;

/// <summary>Reads back which charges the source of a percentage names: "all before except a, b" or "a, b".</summary>
internal static class NamedCharges
{
    private const string Everything = "all before";
    private const string Except = " except ";

    /// <summary>Whether the charge is one of those named.</summary>
    public static bool Include(string reference, string code)
    {
        var selection = reference.Split(';')[0].Split(Except);
        return (selection[0] == Everything || Lists(selection[0], code))
            && (selection.Length == 1 || !Lists(selection[1], code));
    }

    private static bool Lists(string codes, string code) =>
        codes.Split(", ").Contains(code, StringComparer.Ordinal);
}
