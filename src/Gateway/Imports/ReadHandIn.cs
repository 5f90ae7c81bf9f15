using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Formats;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Inquiries;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Imports;

/// <summary>
/// Hands reads in as a small file of our own format, on the way of any file of reads: what is there already is
/// corrected by a new version, and what does not fit waits for a person.
/// </summary>
internal sealed class ReadHandIn(
    FileReception reception, IGrainFactory grains, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private const string Format = "usage-csv";
    private const int LookCountMax = 100;
    private const string Columns = "service_point,register,meter,unit,direction,read_on,value,quality,kind";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// What became of the reads; handed in again by the same command they have their effect once. An answer that is
    /// still on its way after ten seconds says so by its state.
    /// </summary>
    public async Task<Reply<ImportView>> HandIn(
        (Caller Caller, CommandEnvelope Envelope) by,
        ImmutableArray<AssumedReadView> reads,
        CancellationToken cancellation)
    {
        if (!by.Caller.IsUnlimited)
            return Reply<ImportView>.No(ProblemCode.EntityLimited, "Meter data names no legal entity.");
        var importId = IdOf(by.Envelope);
        var header = new ImportHeader(
            importId, importId + ".csv", Format, Caller.ActorKind, by.Envelope.ActorId, by.Envelope.At);
        await using var text = new MemoryStream(Encoding.UTF8.GetBytes(Text(reads)));
        await using var bytes = new HashingStream(text, options.Value.ImportBytesMax);
        var received = await reception.Receive(
            header, FileFormats.Named(Format)!, new FileBytes(bytes, by.Caller.Scope), cancellation);
        if (received.IsReused)
            return Reply<ImportView>.No(ProblemCode.IdReused, "The id was used for other reads.");
        if (received.Import.Problems is [var first, ..])
            return Reply<ImportView>.No(ProblemCode.FileRefused, $"{first.Field}: {first.Detail}");
        return new Reply<ImportView>(await Worked(importId, received.Import, cancellation), null, received.IsReplay);
    }

    private async Task<ImportView> Worked(string importId, ImportView import, CancellationToken cancellation)
    {
        var grain = grains.GetGrain<IImportGrain>(importId);
        await grain.Work(cancellation);
        for (var i = 0; i < LookCountMax && import.State != "done"; i++)
        {
            await Task.Delay(Pause, clock, cancellation);
            import = await grain.View(cancellation) ?? import;
        }
        return import;
    }

    private static string IdOf(CommandEnvelope envelope) => "imp-" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"reads\n{envelope.ActorId}\n{envelope.CommandId}")))[..24];

    private static string Text(ImmutableArray<AssumedReadView> reads)
    {
        var text = new StringBuilder(Columns).Append('\n');
        foreach (var read in reads)
        {
            string[] cells =
            [
                read.ServicePointId, read.Register, read.MeterSerial, read.Unit, read.Direction,
                read.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                read.Value.ToString(CultureInfo.InvariantCulture), read.Quality, read.Kind,
            ];
            text.AppendJoin(',', cells).Append('\n');
        }
        return text.ToString();
    }
}
