# Perl: DBI over DBD::Pg.
use strict;
use warnings;
use DBI;
use DBD::Pg qw(:async);
use FindBin;
use JSON::PP;

my %env  = (TOLLGATE_TEST_HOST => 'localhost', TOLLGATE_TEST_USER => 'analyst', TOLLGATE_TEST_PASSWORD => 'demo', %ENV);
my $json = do { local (@ARGV, $/) = "$FindBin::Bin/steps.json"; <> };
my $shared = decode_json($json);

sub database {
    my $dsn = "dbi:Pg:dbname=tollgate;host=$env{TOLLGATE_TEST_HOST};port=$env{TOLLGATE_TEST_PORT};"
        . "sslmode=verify-full;sslrootcert=$env{TOLLGATE_TEST_CA}";
    return DBI->connect($dsn, $env{TOLLGATE_TEST_USER}, $env{TOLLGATE_TEST_PASSWORD},
        { RaiseError => 1, PrintError => 0, AutoCommit => 1, pg_enable_utf8 => 1, @_ });
}

sub same { my ($found, $wanted) = map { encode_json($_) } @_; die "$found is not $wanted\n" if $found ne $wanted }

sub fails {
    my ($db, $statement, $sqlstate) = @_;
    die "no error\n" if eval { $db->selectall_arrayref($statement); 1 };
    die $db->state . " is not $sqlstate\n" if $db->state ne $sqlstate;
}

sub series {
    my ($next) = @_;
    my $count = 0;
    while (my ($number, $text) = $next->()) {
        ++$count;
        die "$number $text\n" if $number != $count || $text ne "row $count";
    }
    die "$count rows\n" if $count != $shared->{rows};
}

my %steps = (
    connect => sub { same(database()->selectrow_arrayref('SELECT current_user'), [$env{TOLLGATE_TEST_USER}]) },
    types   => sub {
        my $row = database()->selectrow_arrayref("SELECT 7::int2 || '', 12.340::numeric, 'x'::text, ARRAY['a', NULL], NULL, true");
        die "types\n" if $row->[1] ne '12.340' || $row->[3][0] ne 'a' || defined $row->[4] || !$row->[5];
    },
    parameters => sub {
        my $statement = database()->prepare('SELECT ?::int4 + 1, ?::text, ?::numeric');
        for (1 .. 3) {
            $statement->execute(41, "it's", '1.50');
            my @row = $statement->fetchrow_array;
            die "@row\n" if "@row" ne "42 it's 1.50";
        }
    },
    cursor => sub {
        my $db = database(AutoCommit => 0);
        $db->do("DECLARE walk CURSOR FOR $shared->{series}");
        my @rows;
        series(sub {
            @rows = @{ $db->selectall_arrayref('FETCH 10000 FROM walk') } if !@rows;
            return @rows ? @{ shift @rows } : ();
        });
        $db->rollback;
    },
    metadata => sub {
        my $db = database();
        my %found;
        push @{ $found{ $_->[0] } }, $_->[1] for @{ $db->selectall_arrayref($shared->{columns}) };
        die "columns\n" if JSON::PP->new->canonical->encode(\%found) ne JSON::PP->new->canonical->encode($shared->{tables});
        my %tables = map { $_->{TABLE_NAME} => 1 } @{ $db->table_info(undef, 'exp', undef, undef)->fetchall_arrayref({}) };
        die join(' ', %tables) if join(' ', sort keys %tables) ne join(' ', sort keys %{ $shared->{tables} });
        my $columns = $db->column_info(undef, 'exp', 'events', undef)->fetchall_arrayref({});
        same([map { $_->{COLUMN_NAME} } @$columns], $shared->{tables}{events});
        $db->primary_key_info(undef, 'exp', 'events');
    },
    error => sub {
        my $db = database();
        fails($db, 'SELECT 1 / 0', '22012');
        fails($db, 'SELECT request_id FROM exp.flag_evaluations', '42703');
        same($db->selectrow_arrayref("SELECT 'x'"), ['x']);
    },
    cancel => sub {
        my $db = database();
        $db->do($shared->{slow}, { pg_async => PG_ASYNC });
        select(undef, undef, undef, 0.7);
        die "not cancelled\n" if !$db->pg_cancel;
        same($db->selectrow_arrayref("SELECT 'x'"), ['x']);
    },
    copy => sub {
        my $db = database();
        $db->do("COPY ($shared->{series}) TO STDOUT");
        series(sub {
            my $line;
            return if $db->pg_getcopydata($line) < 0;
            chomp $line;
            return split /\t/, $line;
        });
    },
    transaction => sub {
        my $db = database(AutoCommit => 0);
        $db->selectall_arrayref('SELECT 1');
        $db->pg_savepoint('here');
        fails($db, 'SELECT 1 / 0', '22012');
        fails($db, 'SELECT 1', '25P02');
        $db->pg_rollback_to('here');
        same($db->selectrow_arrayref("SELECT 'x'"), ['x']);
        $db->commit;
    },
);

$| = 1;
print "client DBD::Pg $DBD::Pg::VERSION\n";
my $failed = 0;
for my $step (qw(connect types parameters cursor metadata error cancel copy transaction)) {
    if (eval { $steps{$step}->(); 1 }) { print "ok $step\n" }
    else { $failed = 1; print "FAILED $step\n$@\n" }
}
exit $failed;
