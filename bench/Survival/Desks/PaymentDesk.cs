using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Survival.Desks;

/// <summary>
/// Pays one account after the other; repeats each payment with its key until it is acknowledged, and some of them once
/// more afterwards, which must give the same answer.
/// </summary>
internal sealed class PaymentDesk(Caller door, CommandLog log, int accountCount)
{
    private const int RepeatEvery = 16;

    private static readonly DateOnly ValueOn = new(2025, 1, 2);

    private int _sequence;

    /// <summary>Pays until it is asked to end; what is begun is ended.</summary>
    public async Task Work(TimeSpan pace, CancellationToken end, CancellationToken giveUp)
    {
        while (!end.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _sequence);
            try
            {
                await Pay(Next(number), number % RepeatEvery == 0, giveUp);
                await Task.Delay(pace, end);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested || giveUp.IsCancellationRequested)
            {
                return;
            }
            catch (RefusedException refused)
            {
                log.Report("refused: " + refused.Message);
            }
        }
    }

    /// <summary>The call that a payment is.</summary>
    public static Order OrderOf(PaidCommand command) => new(
        HttpMethod.Post, BookSettings.Path(command.AccountIndex, "/payments"), command.CommandId,
        new Payment(
            command.CommandId, "till", "cash", command.AmountMinor, BookSettings.Currency, ValueOn, IsOnAccount: true));

    /// <summary>The next payment of the sequence, noted as sent.</summary>
    public PaidCommand Next(int? number = null)
    {
        var current = number ?? Interlocked.Increment(ref _sequence);
        var command = new PaidCommand(
            string.Create(CultureInfo.InvariantCulture, $"pay-{current:D8}"),
            current % accountCount,
            1 + (current % 997));
        log.Send(command);
        return command;
    }

    /// <summary>Pays until it is acknowledged.</summary>
    public async Task Pay(PaidCommand command, bool isRepeated, CancellationToken giveUp)
    {
        var sentAt = CommandLog.Now;
        log.Try();
        var version = VersionOf(await door.Insist(OrderOf(command), giveUp));
        log.Acknowledge(command, version, sentAt);
        if (!isRepeated)
            return;
        log.Try();
        var again = VersionOf(await door.Insist(OrderOf(command), giveUp));
        if (again != version)
            log.Report($"{command.CommandId}: answered with version {version}, then with {again}");
    }

    private static long VersionOf(Answer answer) =>
        JsonSerializer.Deserialize<Receipt>(answer.Body, WireJson.Options)!.Version;
}
