using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Transfers;

namespace BillingActors.Cli.Verbs;

/// <summary>billing account move-out: ends a contract, issues its final bill and moves the balance.</summary>
internal static class MoveOutVerb
{
    public static Command Create(Terminal terminal)
    {
        var account = new Argument<string>("ENTITY/ACCOUNT") { Description = "Account." };
        var id = new Option<string>("--id") { Description = "Id; the same again changes nothing.", Required = true };
        var contract = new Option<string>("--contract") { Description = "Contract that ends.", Required = true };
        var until = new Option<DateOnly>("--until") { Description = "End day, exclusive.", Required = true };
        var to = new Option<string?>("--transfer-to")
        {
            Description = "The customer's other account at this legal entity, for the balance.",
        };
        var accepts = new Option<bool>("--accept-doubts")
        {
            Description = "Issue the final bill although it looks unusual.",
        };
        var reads = new Option<string[]>("--final-read")
        {
            Description = "What a register showed: REGISTER=VALUE, or REGISTER=VALUE@DAY. Repeat it for more.",
        };
        var byCustomer = new Option<bool>("--read-by-customer") { Description = "The customer took the reads." };
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var command = new Command("move-out", "Ends a contract with its final bill.")
        {
            account, id, contract, until, to, accepts, reads, byCustomer, reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var order = new MoveOutOrder(
                parsed.GetRequiredValue(id),
                parsed.GetRequiredValue(contract),
                parsed.GetRequiredValue(until),
                parsed.GetValue(to),
                parsed.GetValue(accepts),
                FinalReads.Of(parsed.GetValue(reads) ?? [], parsed.GetValue(byCustomer)));
            var path = Paths.Account(parsed.GetRequiredValue(account), "/move-outs");
            var ask = parsed.Ask(terminal, parsed.GetRequiredValue(reason));
            var done = await gateway.Send<MoveOutReceipt>(HttpMethod.Post, path, order, ask, cancellation);
            Print(done, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static void Print(MoveOutReceipt done, Terminal terminal, bool isJson)
    {
        if (isJson)
            terminal.Json(done);
        else
            terminal.Line($"{done.EntityId}/{done.AccountId}  {done.MoveOutId}: final bill "
                + $"{done.FinalInvoiceId ?? "not needed"}, balance {done.Balance}"
                + (done.Code is { } code ? $" ({code})" : "") + $", version {done.Version}");
    }
}
