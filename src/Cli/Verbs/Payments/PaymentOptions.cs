using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>What the payment verbs have in common.</summary>
internal static class PaymentOptions
{
    public static Argument<string> Account { get; } = new("ENTITY/ACCOUNT") { Description = "Account." };

    public static Argument<string> Receipt { get; } = new("RECEIPT") { Description = "Receipt." };

    public static Argument<string> Refund { get; } = new("REFUND") { Description = "Refund." };

    public static Option<string> Reason { get; } = new("--reason") { Description = "Why.", Required = true };

    public static Option<long> Amount { get; } = new("--amount-minor")
    {
        Description = "How much, in minor units of the account's currency.",
        Required = true,
    };

    public static Option<string[]> Items { get; } = new("--item")
    {
        Description = "An item to pay, by id or number; NUMBER=MINOR for a part of it. Repeat it for more.",
    };

    public static Option<string?> Allocation { get; } = AllocationOption();

    public static Option<bool> Preview { get; } = new("--preview")
    {
        Description = "Say what would happen and store nothing.",
    };

    /// <summary>The payments of the account, or something of them.</summary>
    public static string Payments(this ParseResult parsed, string part = "") =>
        Paths.Account(parsed.GetRequiredValue(Account), "/payments" + part);

    /// <summary>The receipt among the payments of the account, or something of it.</summary>
    public static string ReceiptPath(this ParseResult parsed, string part) =>
        parsed.Payments($"/{Uri.EscapeDataString(parsed.GetRequiredValue(Receipt))}{part}");

    /// <summary>The items that are named, as the gateway takes them.</summary>
    public static ImmutableArray<PaidItem> ItemsOf(this ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(ToItem)];

    /// <summary>Sends a command and prints what it made.</summary>
    public static async Task<int> Do(
        this ParseResult parsed, Terminal terminal, (HttpMethod Method, string Path, object? Body) call,
        CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var reason = parsed.CommandResult.Command.Options.Contains(Reason) ? parsed.GetValue(Reason) : null;
        var receipt = await gateway.Send<Receipt>(
            call.Method, call.Path, call.Body, parsed.Ask(terminal, reason), cancellation);
        if (parsed.WantsJson())
            terminal.Json(receipt);
        else
            terminal.Line($"{receipt.EntityId}/{receipt.AccountId} is at version {receipt.Version}");
        return ExitCode.Ok;
    }

    private static Option<string?> AllocationOption()
    {
        var option = new Option<string?>("--allocation")
        {
            Description = "How it finds what it pays: rules, oldest-first, by-reference or pro-rata.",
        };
        option.AcceptOnlyFromAmong("rules", "oldest-first", "by-reference", "pro-rata");
        return option;
    }

    private static PaidItem ToItem(string text)
    {
        var at = text.LastIndexOf('=');
        if (at < 0)
            return new PaidItem(text);
        return long.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new PaidItem(text[..at], minor)
            : throw new UsageException($"'{text}' is no item: write NUMBER or NUMBER=MINOR.");
    }
}
