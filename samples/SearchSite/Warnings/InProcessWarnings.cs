using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Cairn.Moment.Terms;

namespace SearchSite.Warnings;

/// <summary>The library decides inside this process: no search leaves it.</summary>
internal sealed class InProcessWarnings : MomentWarnings
{
    private readonly WarningSettings settings;
    private readonly SealedTerms terms;
    private readonly Counts counts = new();
    private readonly Decider decider;

    // A receipt counts once. A site that runs for weeks forgets those that are older than Receipt.Validity.
    private readonly ConcurrentDictionary<string, bool> told = new();

    public InProcessWarnings(WarningSettings settings, ILogger log)
        : base(log)
    {
        this.settings = settings;
        #region in-process: open
        var bundle = Bundle.Read(File.ReadAllBytes(settings.Bundle!), PublicKey(settings.PublicKey!));
        bundle.CheckClock(TimeProvider.System.GetUtcNow(), inForce: null);
        terms = DemonstrationTerms.Seal();
        var receipts = ReceiptKey.For(RandomNumberGenerator.GetBytes(ReceiptKey.Length), bundle.Campaign);
        decider = new Decider(bundle, terms, receipts, counts, TimeProvider.System);
        #endregion
    }

    public override void Dispose() => terms.Dispose();

    #region in-process: ask
    protected override Task<byte[]?> Ask(Moment moment, CancellationToken cancel)
    {
        var question = new MomentQuestion(MomentSurface.Search)
        {
            Language = moment.Language,
            Nation = settings.Nation,
            Exposure = moment.Exposure,
            After = moment.After,
        };
        var answer = decider.Decide(question, moment.Query);
        return Task.FromResult(answer?.ToJson());
    }
    #endregion

    #region in-process: report
    protected override Task Report(string receipt, string outcome, CancellationToken cancel)
    {
        if (Enum.TryParse<MomentOutcome>(outcome, ignoreCase: true, out var what) && Enum.IsDefined(what)
            && decider.TryReadReceipt(Encoding.UTF8.GetBytes(receipt), out var shown) && told.TryAdd(shown.Id, true))
            counts.Add(new(MomentEvent.Outcome, shown.Minute / 60, shown.Revision, shown.Arm, shown.Surface, shown.Look, shown.Language, what));
        return Task.CompletedTask;
    }
    #endregion

    private static byte[] PublicKey(string file)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key.ExportSubjectPublicKeyInfo();
    }

    /// <summary>Keeps counts for as long as the program runs. A site that wants to know whether its warnings help sends them on: POST /api/v1/counts.</summary>
    private sealed class Counts : IMomentCounter
    {
        private readonly ConcurrentDictionary<MomentCount, int> all = new();

        public void Add(in MomentCount count) => all.AddOrUpdate(count, 1, (_, before) => before + 1);
    }
}
