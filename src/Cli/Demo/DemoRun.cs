using System.Diagnostics;
using BillingActors.Cli.Demo.Reference;
using BillingActors.Cli.Embedded;
using BillingActors.Cli.Output;
using BillingActors.Silo;

namespace BillingActors.Cli.Demo;

/// <summary>The demo from an empty database to verified books, and on to a program that serves.</summary>
internal sealed class DemoRun(DemoSettings settings, Terminal terminal)
{
    private static readonly (string Person, string[] Roles)[] People =
        [DemoDesk.Operator, DemoDesk.Supervisor, DemoDesk.Clerk, DemoDesk.Collector];

    /// <summary>Runs it; 0 when everything holds, also with accounts that are held.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var survey = settings.DataDirectory is { } directory ? await MeterSurvey.Of(directory, cancellation) : null;
        var clock = new MovableClock();
        clock.Set(DemoDesk.MorningOf(survey?.FirstDay ?? DemoMarket.Begin(0)));
        var url = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.Port}");
        await using var host = await EmbeddedHost.Start(settings.Storage, (url, true), clock, cancellation);
        using var desk = new DemoDesk(host, clock);
        var started = Stopwatch.GetTimestamp();
        terminal.Line($"billing serves at {host.Address} on {settings.Storage.Provider} {settings.Storage.Path}");
        IDemoScenario scenario = survey is null
            ? new InventedScenario(settings, desk, terminal)
            : new ReferenceScenario(PublishedTariffs.In(settings.DataDirectory!), survey, (desk, terminal));
        var table = await scenario.Run(cancellation);
        table.Print(terminal);
        terminal.Line(
            $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s from an empty database to the last invoice");
        var checks = await OfflineVerification.Run(
            (settings.Storage, null), step => terminal.Progress("verify: " + step), cancellation);
        var holds = VerificationPrinting.Print(checks, terminal, asJson: false);
        if (!settings.EndsAfterVerify)
            await Serve(host, clock, cancellation);
        return holds ? ExitCode.Ok : ExitCode.Error;
    }

    private async Task Serve(EmbeddedHost host, MovableClock clock, CancellationToken cancellation)
    {
        clock.Set(TimeProvider.System.GetUtcNow());
        terminal.Line($"the console is at {host.Address}console: log in as anybody; Ctrl-C ends it");
        if (EmbeddedHost.MailFolder(settings.Storage) is { } folder)
            terminal.Line($"what is sent by e-mail is a file in {folder}");
        terminal.Line("the interface for programs takes one of these keys:");
        foreach (var (person, roles) in People)
            terminal.Line($"  {person}: {(await host.MakeKey(person, roles, 7, cancellation)).Text}");
        await host.UntilEnd(cancellation);
    }
}
