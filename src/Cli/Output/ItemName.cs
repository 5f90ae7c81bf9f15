namespace BillingActors.Cli.Output;

/// <summary>What an open item is called on the command line.</summary>
internal static class ItemName
{
    /// <summary>Its number; a fee or interest has none, and is named by the id that options take.</summary>
    public static string Of(string number, string id) => number.Length > 0 ? number : id;
}
