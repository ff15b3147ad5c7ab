// Package steps is what every client is taken through: what they ask, and how a program says what came of it.
package steps

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
)

// Shared is what programs of all languages ask.
type Shared struct {
	Series  string              `json:"series"`
	Rows    int                 `json:"rows"`
	Slow    string              `json:"slow"`
	Columns string              `json:"columns"`
	Tables  map[string][]string `json:"tables"`
}

// Names of the steps, in order.
var Names = []string{"connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction"}

// Env is TOLLGATE_TEST_…, as tests/clients/run sets it.
func Env(name, otherwise string) string {
	if value := os.Getenv("TOLLGATE_TEST_" + name); value != "" {
		return value
	}
	return otherwise
}

// Load reads steps.json, which the program is started with.
func Load() Shared {
	text, err := os.ReadFile(os.Args[1])
	Must(err)
	var shared Shared
	Must(json.Unmarshal(text, &shared))
	return shared
}

// Must ends the step with this error, if there is one.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// Same ends the step if what was found is not what was wanted.
func Same(found, wanted interface{}) {
	if !reflect.DeepEqual(found, wanted) {
		panic(fmt.Errorf("%v (%T) is not %v (%T)", found, found, wanted, wanted))
	}
}

// Columns checks rows of table and column.
func (shared Shared) Check(rows [][2]string) {
	found := map[string][]string{}
	for _, row := range rows {
		found[row[0]] = append(found[row[0]], row[1])
	}
	Same(found, shared.Tables)
}

// Counter checks the rows of the long series as they come.
type Counter struct{ count int }

func (counter *Counter) Row(number int, text string) {
	counter.count++
	Same(number, counter.count)
	Same(text, fmt.Sprintf("row %d", counter.count))
}

func (counter *Counter) Whole(shared Shared) { Same(counter.count, shared.Rows) }

// Take takes the client through its steps; one that is left out is none of this client's.
func Take(name, version string, steps map[string]func()) {
	fmt.Println("client", name, version)
	failed := false
	for _, step := range Names {
		work, known := steps[step]
		if !known {
			fmt.Println("none", step)
			continue
		}
		func() {
			defer func() {
				if problem := recover(); problem != nil {
					failed = true
					fmt.Printf("FAILED %s\n%v\n", step, problem)
				} else {
					fmt.Println("ok", step)
				}
			}()
			work()
		}()
	}
	if failed {
		os.Exit(1)
	}
}
