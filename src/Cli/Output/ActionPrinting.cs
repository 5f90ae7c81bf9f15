using BillingActors.Grains.Interfaces.Approvals;

namespace BillingActors.Cli.Output;

/// <summary>What became of an action by hand.</summary>
internal static class ActionPrinting
{
    public static void Print(ActionReceipt done, Terminal terminal, bool isJson)
    {
        if (isJson)
            terminal.Json(done);
        else
            terminal.Line($"{done.EntityId}/{done.AccountId}  {done.ActionId}: {done.State}"
                + (done.State == "waiting" ? " for a second person" : "") + $", version {done.Version}");
    }
}
